-- What became of a planned event.

ALTER TABLE events ADD COLUMN outcome VARCHAR DEFAULT '';
