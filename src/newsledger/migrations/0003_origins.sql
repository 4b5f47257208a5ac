-- Rates of figures, the claim that counts a figure's support, and origins of events and timeline entries.

ALTER TABLE figures ADD COLUMN per VARCHAR;
ALTER TABLE figures ADD COLUMN claim_id VARCHAR;
ALTER TABLE events ADD COLUMN n_origins INTEGER DEFAULT 0;
ALTER TABLE timeline ADD COLUMN n_origins INTEGER DEFAULT 0;
ALTER TABLE disputes ADD COLUMN form VARCHAR DEFAULT '';
