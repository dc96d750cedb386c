-- How many documents an alert rests on: those of the period that name both parties, and the median of the periods before.
alter table alert add column documents integer;
alter table alert add column documents_median real;

-- Alerts that a webhook is to be told of, and what came of it. Where it lies is in the file of watches.
create table alert_delivery (
    alert text primary key references alert (id),
    attempts integer not null,
    last_tried text,                -- ISO 8601 with offset
    is_delivered integer not null,    -- 1 or 0
    problem text                    -- of the last attempt
);
