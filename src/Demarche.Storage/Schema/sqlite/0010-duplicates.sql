-- Where texts are filed so that copies of one find each other.
create table text_key (
    key integer not null,           -- hash of a run of words
    article integer not null references article (article),
    keys integer not null,          -- how many keys the article has
    primary key (key, article)
) without rowid;

-- Articles whose text is that of another, which is coded in their place.
create table duplicate (
    article integer primary key references article (article),
    original integer not null references article (article)
);
create index duplicate_original on duplicate (original);
