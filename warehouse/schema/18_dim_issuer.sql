-- Grain: one body that issues reports, or should.
CREATE TABLE dim_issuer (
    issuer_key VARCHAR NOT NULL,
    issuer_name VARCHAR NOT NULL,
    body_name VARCHAR NOT NULL,
    issuer_kind VARCHAR NOT NULL,
    named_kind VARCHAR,
    region_code VARCHAR NOT NULL,
    issuer_function VARCHAR NOT NULL,
    aliases VARCHAR[] NOT NULL
);

COMMENT ON TABLE dim_issuer IS 'Bodies that reports and sources name, each once; what is not surely one body is two';
COMMENT ON COLUMN dim_issuer.issuer_key IS 'First 16 hexadecimal digits of a SHA-256 over region code and body_name; the same in every release';
COMMENT ON COLUMN dim_issuer.issuer_name IS 'Name with its region as that is called today, in full and without blanks';
COMMENT ON COLUMN dim_issuer.body_name IS 'Name without its region, such as 司法局; the same through the codes of one region';
COMMENT ON COLUMN dim_issuer.issuer_kind IS 'government, bureau, party_government or township: as its source says, else its name, else its reports [not_comparable_across_kinds]';
COMMENT ON COLUMN dim_issuer.named_kind IS 'Kind that the name alone tells; NULL where it tells none';
COMMENT ON COLUMN dim_issuer.region_code IS 'GB/T 2260 code of six digits';
COMMENT ON COLUMN dim_issuer.issuer_function IS 'What it does, such as justice or education, by knowledge/issuer_functions.yml; general for governments, party with government and townships; other where no rule knows it';
COMMENT ON COLUMN dim_issuer.aliases IS 'Names it was seen under, as read, in reports and sources';
