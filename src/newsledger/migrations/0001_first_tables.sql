-- The tables of the first version. Each column is a field of the record of the same name in records.py.

CREATE TABLE articles (
    article_id VARCHAR NOT NULL,
    source VARCHAR NOT NULL,
    url VARCHAR,
    outlet VARCHAR,
    agency VARCHAR,
    title VARCHAR,
    language VARCHAR NOT NULL,
    text VARCHAR NOT NULL,
    published_stated DATE,
    published DATE,
    date_status VARCHAR NOT NULL,
    date_confidence DOUBLE NOT NULL,
    date_reason VARCHAR NOT NULL,
    updated DATE,
    story_id VARCHAR,
    family_id VARCHAR
);

CREATE TABLE issues (
    source VARCHAR NOT NULL,
    stage VARCHAR NOT NULL,
    severity VARCHAR NOT NULL,
    message VARCHAR NOT NULL,
    remedy VARCHAR NOT NULL
);

CREATE TABLE passages (
    article_id VARCHAR NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    text VARCHAR NOT NULL,
    kind VARCHAR NOT NULL
);

CREATE TABLE links (
    article_id VARCHAR NOT NULL,
    start INTEGER,
    "end" INTEGER,
    text VARCHAR NOT NULL,
    url VARCHAR,
    target_id VARCHAR
);

CREATE TABLE date_evidence (
    article_id VARCHAR NOT NULL,
    vote VARCHAR NOT NULL,
    value VARCHAR NOT NULL,
    start INTEGER,
    "end" INTEGER,
    text VARCHAR,
    weight DOUBLE NOT NULL,
    note VARCHAR NOT NULL,
    stage VARCHAR NOT NULL
);

CREATE TABLE sentences (
    sentence_id VARCHAR NOT NULL,
    article_id VARCHAR NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    text VARCHAR NOT NULL
);

CREATE TABLE entities (
    entity_id VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    role VARCHAR,
    wikidata_id VARCHAR,
    speaks_for VARCHAR,
    reason VARCHAR NOT NULL
);

CREATE TABLE mentions (
    mention_id VARCHAR NOT NULL,
    entity_id VARCHAR NOT NULL,
    article_id VARCHAR NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    text VARCHAR NOT NULL,
    form VARCHAR NOT NULL
);

CREATE TABLE places (
    entity_id VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    country VARCHAR,
    latitude DOUBLE,
    longitude DOUBLE,
    reason VARCHAR NOT NULL
);

CREATE TABLE times (
    time_id VARCHAR NOT NULL,
    article_id VARCHAR NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    text VARCHAR NOT NULL,
    timex_type VARCHAR NOT NULL,
    value VARCHAR NOT NULL,
    earliest DATE,
    latest DATE,
    granularity VARCHAR,
    direction VARCHAR,
    mod VARCHAR,
    quant VARCHAR,
    freq VARCHAR,
    begin_point VARCHAR,
    end_point VARCHAR,
    reason VARCHAR NOT NULL
);

CREATE TABLE quotations (
    quotation_id VARCHAR NOT NULL,
    article_id VARCHAR NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    text VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    cue VARCHAR,
    speaker_text VARCHAR,
    speaker_start INTEGER,
    speaker_end INTEGER,
    speaker_id VARCHAR,
    addressee_id VARCHAR,
    said_on DATE,
    utterance_id VARCHAR,
    continues VARCHAR,
    stance VARCHAR NOT NULL,
    occasion VARCHAR
);

CREATE TABLE quotation_variants (
    quotation_a VARCHAR NOT NULL,
    quotation_b VARCHAR NOT NULL,
    relation VARCHAR NOT NULL,
    diff VARCHAR NOT NULL,
    flags VARCHAR NOT NULL,
    reason VARCHAR NOT NULL
);

CREATE TABLE figures (
    figure_id VARCHAR NOT NULL,
    article_id VARCHAR NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    text VARCHAR NOT NULL,
    value DOUBLE,
    low DOUBLE,
    high DOUBLE,
    bound VARCHAR NOT NULL,
    unit VARCHAR NOT NULL,
    subject VARCHAR NOT NULL,
    subject_id VARCHAR,
    place_id VARCHAR,
    claimant_id VARCHAR,
    as_of DATE,
    currency VARCHAR,
    updates VARCHAR,
    retracted BOOLEAN NOT NULL
);

CREATE TABLE events (
    event_id VARCHAR NOT NULL,
    type VARCHAR NOT NULL,
    mode VARCHAR,
    actor_id VARCHAR,
    recipient_id VARCHAR,
    place_id VARCHAR,
    earliest DATE,
    latest DATE,
    status VARCHAR NOT NULL,
    claimant_id VARCHAR,
    n_articles INTEGER NOT NULL,
    n_families INTEGER NOT NULL,
    reason VARCHAR NOT NULL
);

CREATE TABLE event_mentions (
    event_id VARCHAR NOT NULL,
    article_id VARCHAR NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    text VARCHAR NOT NULL,
    trigger VARCHAR NOT NULL,
    status VARCHAR NOT NULL,
    sentence_id VARCHAR
);

CREATE TABLE derivations (
    article_a VARCHAR NOT NULL,
    article_b VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    is_update BOOLEAN NOT NULL,
    coverage DOUBLE NOT NULL,
    likely_original VARCHAR,
    reason VARCHAR NOT NULL
);

CREATE TABLE alignments (
    sentence_a VARCHAR NOT NULL,
    sentence_b VARCHAR NOT NULL,
    article_a VARCHAR NOT NULL,
    article_b VARCHAR NOT NULL,
    similarity DOUBLE NOT NULL
);

CREATE TABLE claims (
    claim_id VARCHAR NOT NULL,
    text VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    claimant_id VARCHAR,
    n_articles INTEGER NOT NULL,
    n_families INTEGER NOT NULL,
    n_origins INTEGER NOT NULL,
    reason VARCHAR NOT NULL
);

CREATE TABLE claim_evidence (
    claim_id VARCHAR NOT NULL,
    article_id VARCHAR NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    text VARCHAR NOT NULL,
    stance VARCHAR NOT NULL,
    speaker_id VARCHAR
);

CREATE TABLE disputes (
    dispute_id VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    summary VARCHAR NOT NULL,
    reason VARCHAR NOT NULL
);

CREATE TABLE dispute_sides (
    dispute_id VARCHAR NOT NULL,
    side VARCHAR NOT NULL,
    speaker_id VARCHAR,
    article_id VARCHAR NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    text VARCHAR NOT NULL,
    value VARCHAR
);

CREATE TABLE timeline (
    entry_id VARCHAR NOT NULL,
    story_id VARCHAR,
    earliest DATE,
    latest DATE,
    value VARCHAR NOT NULL,
    text VARCHAR NOT NULL,
    status VARCHAR NOT NULL,
    n_articles INTEGER NOT NULL,
    n_families INTEGER NOT NULL,
    salience DOUBLE NOT NULL,
    reason VARCHAR NOT NULL
);

CREATE TABLE timeline_evidence (
    entry_id VARCHAR NOT NULL,
    article_id VARCHAR NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    text VARCHAR NOT NULL
);

CREATE TABLE stories (
    story_id VARCHAR NOT NULL,
    title VARCHAR NOT NULL,
    first_published DATE,
    last_published DATE,
    n_articles INTEGER NOT NULL,
    n_families INTEGER NOT NULL
);

CREATE TABLE families (
    family_id VARCHAR NOT NULL,
    likely_original VARCHAR,
    reason VARCHAR NOT NULL
);

CREATE TABLE runs (
    run_id VARCHAR NOT NULL,
    started TIMESTAMP,
    version VARCHAR NOT NULL,
    config VARCHAR NOT NULL,
    models VARCHAR NOT NULL,
    inputs VARCHAR NOT NULL
);

CREATE TABLE arrivals (
    article_id VARCHAR NOT NULL,
    run_id VARCHAR NOT NULL
);
