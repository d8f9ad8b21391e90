-- Grain: one rule on when reports of one kind of issuer are due, for the report years it covers.
CREATE TABLE due_rule (
    issuer_kind VARCHAR NOT NULL,
    from_report_year INTEGER NOT NULL,
    to_report_year INTEGER,
    due_month INTEGER NOT NULL,
    due_day INTEGER NOT NULL,
    basis VARCHAR NOT NULL
);

COMMENT ON TABLE due_rule IS 'Due dates of yearly reports';
COMMENT ON COLUMN due_rule.issuer_kind IS 'Kind of issuer';
COMMENT ON COLUMN due_rule.from_report_year IS 'First report year covered';
COMMENT ON COLUMN due_rule.to_report_year IS 'Last report year covered; NULL while the rule stands';
COMMENT ON COLUMN due_rule.due_month IS 'Month of the year after the report year';
COMMENT ON COLUMN due_rule.due_day IS 'Day of that month';
COMMENT ON COLUMN due_rule.basis IS 'Regulation';

-- Up to report year 2018 the outline of 2015 asked for the first quarter, of governments and bureaus alike; the
-- regulation of 2019 gives bureaus until 1 March and everyone else until 1 April.
INSERT INTO due_rule
SELECT issuer_kind, from_report_year, to_report_year, due_month, due_day, basis
FROM (VALUES ('government'), ('bureau'), ('party_government'), ('township')) AS kind (issuer_kind)
CROSS JOIN (VALUES (1981, 2018, 3, 31, '法治政府建设实施纲要（2015—2020年）'))
    AS rule (from_report_year, to_report_year, due_month, due_day, basis)
UNION ALL
VALUES
    ('bureau', 2019, NULL, 3, 1, '厅字〔2019〕28号'),
    ('government', 2019, NULL, 4, 1, '厅字〔2019〕28号'),
    ('party_government', 2019, NULL, 4, 1, '厅字〔2019〕28号'),
    ('township', 2019, NULL, 4, 1, '厅字〔2019〕28号');
