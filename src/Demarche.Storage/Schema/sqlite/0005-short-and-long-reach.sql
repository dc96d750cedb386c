-- Reports that reach over many days are filed apart (under the key with '~'), so that a search among the others, which are nearly
-- all, reads the index of a few days and not of two months.
update filed set key = key || '~' where last_day - first_day > 8;

-- A report may only be deleted while no link leads to it: without this index that is asked of every link.
create index link_other on link (other);
