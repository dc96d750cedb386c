-- Alerts of watches (docs/briefs.md). The id is made of the watch, the period and what was unusual: an alert is raised once.
create table alert (
    id text primary key,
    watch text not null,            -- its name
    about text not null,            -- whom or what it watches
    period text not null,           -- "2024-05"
    first_day text not null,        -- of the period
    kind text not null,             -- distance or cusum
    is_rise integer not null,        -- 1 or 0
    counted integer not null,        -- events of the period
    median real not null,         -- of the periods before
    z real,
    tail real,                    -- Poisson probability, where the periods before do not vary
    drivers text not null,          -- JSON array of event ids as they were when it was raised
    as_of text not null             -- what the store reached to then: ISO 8601 day
);
create index alert_day on alert (first_day, id);
