-- Articles: the text as it was read, never rewritten. Id and hash together name one.
create table article (
    article integer primary key,
    id text not null,
    sha256 text not null,
    input text not null,
    url text,
    title text,
    authors text not null,          -- JSON array of strings
    outlet text,
    published text,                 -- ISO 8601 with offset
    published_precision text not null,
    published_basis text not null,
    language text not null,
    text text not null,
    blocks text not null,           -- JSON array of {kind, span}
    unique (id, sha256)
);

-- What one version of the program made of one article. Newer codings stand beside older ones; the current one is linked.
create table coding (
    coding integer primary key,
    article integer not null references article (article),
    version text not null,
    current integer not null,       -- 1 or 0
    not_coded text,                 -- the reason, where the article was not coded
    published_day text,             -- what linking went by: ISO 8601 day
    anchor_day text,
    voice text not null,            -- whom the article's own voice belongs to
    fingerprint integer not null,   -- SimHash of the body
    unique (article, version)
);

-- Acts as one text tells them. Spans are half-open, in UTF-16 code units of article.text.
create table report (
    report integer primary key,
    coding integer not null references coding (coding),
    id text not null,
    type text not null,
    modes text not null,            -- JSON
    contexts text not null,         -- JSON
    underlying text not null,
    quad integer not null,
    score real,
    cameo text,
    status text not null,
    hedges text not null,           -- JSON
    actors text not null,           -- JSON array of parties
    recipients text not null,       -- JSON array of parties
    date_start text,
    date_end text,
    date_precision text not null,
    date_span_start integer,
    date_span_end integer,
    place text,                     -- JSON
    place_span_start integer,
    place_span_end integer,
    attribution text not null,      -- JSON array, outermost first
    sentence text not null,
    evidence_start integer not null,
    evidence_end integer not null,
    trigger_start integer not null,
    trigger_end integer not null,
    trigger_text text not null,
    quantities text not null,       -- JSON
    rule text not null,
    confidence real not null,
    link_group integer,             -- reports that are divided into events together
    unique (coding, id)
);
create index report_id on report (id);
create index report_group on report (link_group);

create table claim (
    claim integer primary key,
    coding integer not null references coding (coding),
    id text not null,
    kind text not null,
    holder text,                    -- JSON
    proposition text not null,
    proposition_start integer not null,
    proposition_end integer not null,
    hedges text not null,           -- JSON
    about text not null,            -- JSON array of report ids
    attribution text not null,      -- JSON
    sentence text not null,
    evidence_start integer not null,
    evidence_end integer not null,
    trigger_start integer not null,
    trigger_end integer not null,
    rule text not null,
    unique (coding, id)
);

-- Where reports are filed so that those of one act find each other: day numbers from 1 January of year 1.
create table filed (
    key text not null,
    first_day integer not null,
    last_day integer not null,
    report integer not null references report (report),
    primary key (key, first_day, report)
) without rowid;
create index filed_report on filed (report);

-- Reports that may tell of one act, once in each direction.
create table link (
    report integer not null references report (report),
    other integer not null references report (report),
    score real not null,
    primary key (report, other)
) without rowid;

create table event (
    event integer primary key,
    id text not null unique,
    type text not null,
    modes text not null,            -- JSON
    contexts text not null,         -- JSON
    underlying text not null,
    quad integer not null,
    score real,
    cameo text,
    status text not null,
    status_history text not null,   -- JSON
    actors text not null,           -- JSON
    recipients text not null,       -- JSON
    date_start text,
    date_end text,
    date_precision text not null,
    first_day text,                 -- what queries by date go by: the days it may lie in
    last_day text,
    place text,                     -- JSON
    origins integer not null,
    origin_holders text not null,   -- JSON
    contradictions text not null,   -- JSON
    confidence real not null,
    review text,
    version text not null
);
create index event_day on event (first_day, id);

create table event_report (
    report integer primary key references report (report),
    event integer not null references event (event),
    position integer not null
);
create index event_report_event on event_report (event, position);

create table event_party (
    event integer not null references event (event),
    side text not null,             -- actor or recipient
    code text,
    sector text,
    name text
);
create index event_party_code on event_party (code, event);
create index event_party_event on event_party (event);

-- Outlets that print and holders that say so.
create table source (
    source integer primary key,
    kind text not null,             -- outlet or holder
    name text not null,
    unique (kind, name)
);

create table event_source (
    event integer not null references event (event),
    source integer not null references source (source),
    primary key (event, source)
) without rowid;
create index event_source_source on event_source (source);
