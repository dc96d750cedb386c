create function never_rewritten() returns trigger language plpgsql as $$
begin
    raise exception 'the text of an article is never rewritten';
end
$$;
create trigger article_stays before update of id, sha256, text, blocks on article for each row execute function never_rewritten();

-- The row is locked by every step of work that may change something: there is one writer at a time.
create table step (number bigint not null);
insert into step values (0);
