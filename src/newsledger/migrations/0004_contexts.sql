-- PLOVER's contexts of events, and the words that name their parties.

ALTER TABLE events ADD COLUMN contexts VARCHAR DEFAULT '';
ALTER TABLE event_mentions ADD COLUMN actor VARCHAR;
ALTER TABLE event_mentions ADD COLUMN recipient VARCHAR;
