-- Grain: one entry of the files of reviews.
CREATE TABLE fact_review (
    review_id VARCHAR NOT NULL,
    file VARCHAR NOT NULL,
    line INTEGER NOT NULL,
    document VARCHAR NOT NULL,
    sentence VARCHAR,
    raw VARCHAR,
    occurrence INTEGER,
    verdict VARCHAR NOT NULL,
    said VARCHAR NOT NULL,
    reviewed_by VARCHAR NOT NULL,
    reviewed_on DATE NOT NULL,
    why VARCHAR NOT NULL,
    outcome VARCHAR NOT NULL,
    detail VARCHAR NOT NULL,
    document_count INTEGER NOT NULL,
    figure_count INTEGER NOT NULL
);

COMMENT ON TABLE fact_review IS 'What people have put right, and what became of each entry';
COMMENT ON COLUMN fact_review.review_id IS 'The same for entries that say the same, wherever they stand';
COMMENT ON COLUMN fact_review.file IS 'File of the entry, below its folder of reviews';
COMMENT ON COLUMN fact_review.line IS 'Line of the entry, from 1';
COMMENT ON COLUMN fact_review.document IS 'Document as the entry names it: a URL, or issuer and year';
COMMENT ON COLUMN fact_review.sentence IS 'Sentence quoted; NULL where the entry speaks of the whole document';
COMMENT ON COLUMN fact_review.raw IS 'Number quoted; NULL where the entry speaks of the whole document';
COMMENT ON COLUMN fact_review.occurrence IS 'Which of the places of the number in the sentence, from 1; NULL where the entry does not say';
COMMENT ON COLUMN fact_review.verdict IS 'code, value, no_figure, confirmed, not_a_report, report_year, issuer or issuer_kind';
COMMENT ON COLUMN fact_review.said IS 'What is right: code, value and unit, year, issuer or kind; empty where the verdict says it all';
COMMENT ON COLUMN fact_review.reviewed_by IS 'Who reviewed it';
COMMENT ON COLUMN fact_review.reviewed_on IS 'When';
COMMENT ON COLUMN fact_review.why IS 'Reason given';
COMMENT ON COLUMN fact_review.outcome IS 'applied; or unmatched, former_version, ambiguous, refused or conflicting, which are findings';
COMMENT ON COLUMN fact_review.detail IS 'What exactly, where it was not applied';
COMMENT ON COLUMN fact_review.document_count IS 'Documents to which it was applied';
COMMENT ON COLUMN fact_review.figure_count IS 'Figures to which it was applied, those of former versions included; 0 where the rules read none and none is to be read';
