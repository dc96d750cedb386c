-- No query asks for the events of a source by its number, and keeping this index dirtied a page for every outlet and holder of an event.
drop index event_source_source;
