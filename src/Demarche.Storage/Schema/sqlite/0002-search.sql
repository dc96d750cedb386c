-- Full-text search over whole articles and over the sentences that stand as evidence.
create virtual table article_text using fts5 (
    title, text, content = 'article', content_rowid = 'article', tokenize = 'porter unicode61 remove_diacritics 2');
create virtual table report_text using fts5 (
    sentence, content = 'report', content_rowid = 'report', tokenize = 'porter unicode61 remove_diacritics 2');
