/* A page of HTML: AMP, print views and plain fragments among them. */
#include "formats.h"
#include "language.h"
#include "list.h"
#include "page.h"

bool html_read(struct reading_state *state, struct text html, struct error *error) {
    (void)error;
    struct markup markup = markup_read(html, false, state->arena);
    struct page page = {.markup = &markup, .head = page_head_read(&markup), .all = block_list_read(&markup, NULL)};
    struct article article = {.path = state->path};
    page.noise = page_noise_find(&markup, &page.all);
    page.blocks = block_list_read(&markup, page.noise);
    page_title_find(&page);
    page_text_find(&page);
    if (markup.cut)
        reader_remark(state, "the page was not read to its end: it has too many elements");
    if (page.text.size == 0 && page.title.size > 0)
        reader_remark(state, "no main text was found in the page");
    article.title = page.title;
    article.text = page.text;
    article.language = language_tag(page.head.language, state->arena);
    article.source = page.head.site;
    article.url = page.head.url;
    if (!page_date_find(&page, &article.published, &article.published_from) && page.head.dates.count > 0)
        reader_remark(state, "its date '%.40s' cannot be read; say it with --published",
                      text_c(state->arena, page.head.dates.items[0].stamp));
    *LIST_PUSH(state->arena, state->articles) = article;
    return true;
}
