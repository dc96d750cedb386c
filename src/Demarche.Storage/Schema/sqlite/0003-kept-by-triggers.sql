-- The text of an article is the ground everything else stands on.
create trigger article_stays before update of id, sha256, text, blocks on article
begin
    select raise(abort, 'the text of an article is never rewritten');
end;

-- The search indexes follow their tables.
create trigger article_is_searched after insert on article
begin
    insert into article_text (rowid, title, text) values (new.article, new.title, new.text);
end;
create trigger report_is_searched after insert on report
begin
    insert into report_text (rowid, sentence) values (new.report, new.sentence);
end;
create trigger report_is_forgotten after delete on report
begin
    insert into report_text (report_text, rowid, sentence) values ('delete', old.report, old.sentence);
end;

-- Raised by every step of work that may change something: whoever remembers rows sees that others were here.
create table step (number integer not null);
insert into step values (0);
