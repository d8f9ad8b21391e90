-- Grain: one audit that found something.
CREATE TABLE audit_finding (
    audit VARCHAR NOT NULL,
    severity VARCHAR NOT NULL,
    title VARCHAR NOT NULL,
    remedy VARCHAR NOT NULL,
    row_count BIGINT NOT NULL,
    samples VARCHAR[] NOT NULL,
    sample_columns VARCHAR[] NOT NULL
);

COMMENT ON TABLE audit_finding IS 'Findings of the audits over this release';
COMMENT ON COLUMN audit_finding.audit IS 'Name of the audit, that of its file under warehouse/audits';
COMMENT ON COLUMN audit_finding.severity IS 'error stops the publish, accepted would have and was published in spite of, warning is shown';
COMMENT ON COLUMN audit_finding.title IS 'What is wrong';
COMMENT ON COLUMN audit_finding.remedy IS 'What can be done';
COMMENT ON COLUMN audit_finding.row_count IS 'Rows that fail';
COMMENT ON COLUMN audit_finding.samples IS 'First failing rows, their cells parted by |';
COMMENT ON COLUMN audit_finding.sample_columns IS 'Names of those cells, in their order';
