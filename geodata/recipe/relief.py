"""Rebuilds geodata/relief.tif: elevation as brightness, metres = ((v - 105) / 1.75)^2 above v = 105, sea below, 2 minutes of arc a pixel."""
import numpy
from osgeo import gdal

import common

ROWS, COLUMNS, TILE = 8, 16, 675
STEP = 180 / (ROWS * TILE)


def mosaic():
    """The tiles put together: 5400×10800 grey values from the north-west."""
    folder = common.unpack("marble-qt-data") / "usr/share/marble/data/maps/earth/srtm/3"
    whole = numpy.zeros((ROWS * TILE, COLUMNS * TILE), dtype=numpy.uint8)
    for row in range(ROWS):
        for column in range(COLUMNS):
            path = folder / f"{row:06d}" / f"{row:06d}_{column:06d}.jpg"
            tile = gdal.Open(str(path))
            whole[row * TILE:(row + 1) * TILE, column * TILE:(column + 1) * TILE] = tile.ReadAsArray()
    return whole


def main():
    gdal.UseExceptions()
    values = mosaic()
    memory = gdal.GetDriverByName("MEM").Create("", values.shape[1], values.shape[0], 1, gdal.GDT_Byte)
    memory.GetRasterBand(1).WriteArray(values)
    memory.SetGeoTransform((-180, STEP, 0, 90, 0, -STEP))
    options = ["TILED=YES", "BLOCKXSIZE=256", "BLOCKYSIZE=256", "COMPRESS=JPEG", "JPEG_QUALITY=75"]
    gdal.GetDriverByName("GTiff").CreateCopy(str(common.GEODATA / "relief.tif"), memory, options=options)


if __name__ == "__main__":
    main()
