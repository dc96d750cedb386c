-- See Schema/sqlite for what the columns mean.
create table decision (
    number bigint primary key,
    kind text not null,
    event text not null,
    changes text not null,
    decided_by text not null,
    decided_at text not null,
    why text not null,
    undoes bigint unique references decision (number)
);
create table decision_report (
    decision bigint not null references decision (number),
    side text not null,
    position bigint not null,
    report text collate "C" not null,
    document text collate "C" not null,
    sha256 text collate "C" not null,
    trigger_start bigint not null,
    trigger_end bigint not null,
    primary key (decision, side, position)
);
create index decision_report_text on decision_report (document, sha256);

create function decided_for_good() returns trigger language plpgsql as $$
begin
    raise exception 'decisions are never rewritten or deleted';
end
$$;
create trigger decision_stays before update or delete on decision for each row execute function decided_for_good();
create trigger decision_report_stays before update or delete on decision_report for each row execute function decided_for_good();

alter table event add column grade text collate "C";
alter table event add column revision bigint not null default 0;
