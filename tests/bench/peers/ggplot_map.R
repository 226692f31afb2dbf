# Rscript ggplot_map.R FOLDER PICTURE.png: the window by ggplot2 and sf, which drop overlapping labels and place none.
suppressPackageStartupMessages({
  library(sf)
  library(ggplot2)
})
words <- commandArgs(trailingOnly = TRUE)
shapes <- function(name) st_read(file.path(words[1], paste0(name, ".shp")), quiet = TRUE)
plane <- "+proj=tmerc +lat_0=40 +lon_0=71 +k=0.9996 +ellps=WGS84 +units=m"
tints <- c(KG = "#f2ead6", TJ = "#e2ead9", UZ = "#efe2df")
picture <- ggplot() +
  geom_sf(data = shapes("countries"), aes(fill = code), colour = NA, show.legend = FALSE) +
  scale_fill_manual(values = tints, na.value = "#ecebe8") +
  geom_sf(data = shapes("region_lines"), colour = "#c9c2b8", linewidth = 0.2) +
  geom_sf(data = shapes("rivers"), colour = "#8db6d2", linewidth = 0.3) +
  geom_sf(data = shapes("lakes"), fill = "#b9d6e8", colour = "#8db6d2", linewidth = 0.2) +
  geom_sf(data = shapes("borders"), colour = "#857b74", linewidth = 0.5) +
  geom_sf(data = shapes("towns"), colour = "#222222", size = 1.6) +
  geom_sf_text(data = shapes("towns"), aes(label = name), size = 3, hjust = 0, vjust = 0, nudge_x = 2500, nudge_y = 2500, check_overlap = TRUE) +
  coord_sf(crs = plane, xlim = c(-256500, 256500), ylim = c(-192375, 192375), expand = FALSE) +
  labs(title = "Where three borders meet", x = NULL, y = NULL) +
  theme_minimal() +
  theme(panel.background = element_rect(fill = "#f4f1ea", colour = NA), plot.background = element_rect(fill = "white", colour = NA))
ggsave(words[2], picture, width = 12, height = 9, dpi = 100)
