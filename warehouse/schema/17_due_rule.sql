-- Grain: one rule on when reports of one kind of issuer are due, for the report years it covers.
CREATE TABLE due_rule (
    issuer_kind VARCHAR NOT NULL,
    from_report_year INTEGER NOT NULL,
    to_report_year INTEGER,
    due_month INTEGER NOT NULL,
    due_day INTEGER NOT NULL,
    public_due_month INTEGER NOT NULL,
    public_due_day INTEGER NOT NULL,
    basis VARCHAR NOT NULL
);

COMMENT ON TABLE due_rule IS 'Due dates of yearly reports; years and kinds of issuer without a rule have none';
COMMENT ON COLUMN due_rule.issuer_kind IS 'Kind of issuer';
COMMENT ON COLUMN due_rule.from_report_year IS 'First report year covered';
COMMENT ON COLUMN due_rule.to_report_year IS 'Last report year covered; NULL while the rule stands';
COMMENT ON COLUMN due_rule.due_month IS 'Month by which it is to be reported to the superiors, in the year after the report year';
COMMENT ON COLUMN due_rule.due_day IS 'Last day of it in that month';
COMMENT ON COLUMN due_rule.public_due_month IS 'Month by which it is to be published, in the year after the report year';
COMMENT ON COLUMN due_rule.public_due_day IS 'Last day of it in that month';
COMMENT ON COLUMN due_rule.basis IS 'Number of the regulation';

-- 中发〔2015〕36号, 法治政府建设实施纲要（2015—2020年）, of 27 December 2015: governments from the county up report on the
-- year before in each first quarter to party committee, standing committee and the government above, departments to their
-- government and the department above, and publish the report. Townships are not named.
-- 厅字〔2019〕28号, 法治政府建设与责任落实督察工作规定, in force from 15 April 2019, chapter on the yearly report: departments
-- from the county up report before 1 March, governments before 1 April; all of them, townships too, publish before 1 April
-- (article 24). The day named is taken as the last one in time.
-- A report of party and government together is held to the rule of the government.
-- Before 2015 no rule with a date is known: 国发〔2010〕33号 asks for a report every year and names no day.
INSERT INTO due_rule VALUES
    ('government', 2015, 2018, 3, 31, 3, 31, '中发〔2015〕36号'),
    ('bureau', 2015, 2018, 3, 31, 3, 31, '中发〔2015〕36号'),
    ('party_government', 2015, 2018, 3, 31, 3, 31, '中发〔2015〕36号'),
    ('bureau', 2019, NULL, 3, 1, 4, 1, '厅字〔2019〕28号'),
    ('government', 2019, NULL, 4, 1, 4, 1, '厅字〔2019〕28号'),
    ('party_government', 2019, NULL, 4, 1, 4, 1, '厅字〔2019〕28号'),
    ('township', 2019, NULL, 4, 1, 4, 1, '厅字〔2019〕28号');
