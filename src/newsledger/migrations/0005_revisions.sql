-- What a later version of an article changed, and where the sentences of a scrambled text likely stood.

CREATE TABLE revisions (
    earlier VARCHAR NOT NULL,
    later VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    sentence_before VARCHAR,
    sentence_after VARCHAR
);

CREATE TABLE sentence_order (
    article_id VARCHAR NOT NULL,
    place INTEGER NOT NULL,
    sentence_id VARCHAR NOT NULL,
    basis VARCHAR NOT NULL,
    sibling VARCHAR,
    reason VARCHAR NOT NULL
);
