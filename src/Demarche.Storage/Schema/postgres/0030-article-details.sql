-- What is known of an article beside what it is cited by.
alter table article add column published_local integer not null default 0; -- 1: the publisher's clock, its zone unknown
alter table article add column details text;   -- JSON: modified, section, outlet_state, declared_language, language_basis, conflicts; null of articles kept before
