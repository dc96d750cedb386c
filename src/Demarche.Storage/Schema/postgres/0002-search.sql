-- Words as FTS5 sees them in the other database: letters and digits without diacritics, in lower case, by Porter's stems, none left out.
create text search dictionary demarche_stem (template = snowball, language = porter);
create text search configuration demarche (copy = simple);
alter text search configuration demarche
    alter mapping for asciiword, word, numword, int, uint, float, sfloat, version with demarche_stem;

-- Only the first 250,000 characters of a text are searched: what is indexed of one text must fit into a megabyte.
create function search_words(text) returns tsvector language sql immutable parallel safe as $$
    select to_tsvector('demarche', regexp_replace(regexp_replace(
        normalize(lower(left($1, 250000) collate "und-x-icu"), NFD), U&'[\0300-\036F]' collate "und-x-icu", '', 'g'), '[^[:alnum:]]+' collate "und-x-icu", ' ', 'g'))
$$;

alter table article add column words tsvector generated always as (search_words(coalesce(title, '') || ' ' || text)) stored;
alter table report add column words tsvector generated always as (search_words(sentence)) stored;
create index article_words on article using gin (words);
create index report_words on report using gin (words);
