-- Grain: one warning of the vocabulary.
CREATE TABLE usage_warning (
    warning_code VARCHAR NOT NULL,
    meaning VARCHAR NOT NULL,
    remedy VARCHAR NOT NULL
);

COMMENT ON TABLE usage_warning IS 'What an analyst has to know before columns are used; the list of warehouse/usage_warnings.yml';
COMMENT ON COLUMN usage_warning.warning_code IS 'Code, such as part_year';
COMMENT ON COLUMN usage_warning.meaning IS 'What can go wrong';
COMMENT ON COLUMN usage_warning.remedy IS 'What to do about it';
