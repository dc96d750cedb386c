-- What people decided. Rows are only ever added.
create table decision (
    number integer primary key,
    kind text not null,
    event text not null,            -- the event's id at the time
    changes text not null,          -- JSON array of {field, before, after}
    decided_by text not null,
    decided_at text not null,       -- ISO 8601 with offset
    why text not null,
    undoes integer unique references decision (number)
);

-- The reports a decision is about, by what stays the same when texts are coded anew.
create table decision_report (
    decision integer not null references decision (number),
    side text not null,             -- event or other
    position integer not null,
    report text not null,
    document text not null,
    sha256 text not null,
    trigger_start integer not null,
    trigger_end integer not null,
    primary key (decision, side, position)
);
create index decision_report_text on decision_report (document, sha256);

create trigger decision_stays before update on decision begin select raise(abort, 'decisions are never rewritten'); end;
create trigger decision_lasts before delete on decision begin select raise(abort, 'decisions are never deleted'); end;
create trigger decision_report_stays before update on decision_report begin select raise(abort, 'decisions are never rewritten'); end;
create trigger decision_report_lasts before delete on decision_report begin select raise(abort, 'decisions are never deleted'); end;

alter table event add column grade text;
alter table event add column revision integer not null default 0;
