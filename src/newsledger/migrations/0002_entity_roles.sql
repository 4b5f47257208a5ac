-- What an entity is said to be, and on the days of which articles.

CREATE TABLE entity_roles (
    entity_id VARCHAR NOT NULL,
    role VARCHAR NOT NULL,
    former BOOLEAN NOT NULL,
    since DATE,
    until DATE,
    n_articles INTEGER NOT NULL,
    article_id VARCHAR NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    text VARCHAR NOT NULL
);
