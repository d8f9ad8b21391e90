-- Holds what should exist against what does. A report is its source's where any source harvested it and its
-- issuer is the source's publisher. A government may report together with the party on its own site.
INSERT INTO fact_coverage
WITH expected AS (
    SELECT
        source.*,
        years.report_year::INTEGER AS report_year,
        make_date(years.report_year::INTEGER + 1, rule.due_month, rule.due_day) AS due_date,
        make_date(years.report_year::INTEGER + 1, rule.public_due_month, rule.public_due_day) AS public_due_date,
        rule.basis AS due_basis
    FROM dim_source AS source
    CROSS JOIN unnest(range(source.since_year, year(getvariable('night')::DATE)::INTEGER)) AS years (report_year)
    LEFT JOIN due_rule AS rule
        ON rule.issuer_kind = source.issuer_kind
        AND years.report_year >= rule.from_report_year
        AND years.report_year <= coalesce(rule.to_report_year, 9999)
),
read AS (
    SELECT
        expected.source_id,
        expected.report_year,
        min(document.published_date) AS published_date,
        min(document.fetched_at) AS fetched_at,
        arg_min(document.url, (NOT document.is_current, document.source_id <> expected.source_id, document.document_id)) AS url,
        arg_min(document.document_id, (NOT document.is_current, document.source_id <> expected.source_id, document.document_id))
            AS document_id
    FROM expected
    JOIN dim_document AS document
        ON document.report_year = expected.report_year
        AND (
            document.issuer_key = expected.issuer_key
            OR (
                document.source_id = expected.source_id
                AND document.region_code = expected.region_code
                AND document.issuer_kind IN ('government', 'party_government')
                AND expected.issuer_kind IN ('government', 'party_government')
            )
        )
    GROUP BY expected.source_id, expected.report_year
),
-- A link whose page could not be read: the report exists all the same.
judged AS (
    SELECT
        link.*,
        CASE
            WHEN EXISTS (
                SELECT 1 FROM fact_reading AS reading
                WHERE reading.document_id = link.document_id AND reading.outcome = 'quarantined'
            ) THEN 'unread'
            WHEN link.state IN ('blocked', 'denied') THEN 'blocked'
            WHEN link.state IN ('gone', 'soft_404') THEN 'gone'
            ELSE 'other'
        END AS verdict
    FROM fact_link AS link
    WHERE link.report_year IS NOT NULL
),
linked AS (
    SELECT
        source_id,
        report_year,
        min(first_seen_at) AS first_seen_at,
        arg_min(url, (list_position(['unread', 'blocked', 'gone', 'other'], verdict), document_id)) AS url,
        arg_min(verdict, list_position(['unread', 'blocked', 'gone', 'other'], verdict)) AS verdict
    FROM judged
    GROUP BY source_id, report_year
)
SELECT
    expected.source_id,
    expected.publisher,
    expected.region_code,
    expected.issuer_kind,
    expected.report_year,
    CASE
        WHEN read.document_id IS NOT NULL AND read.published_date > expected.due_date THEN 'late'
        WHEN read.document_id IS NOT NULL OR linked.verdict = 'unread' THEN 'published'
        WHEN linked.verdict IN ('blocked', 'gone') THEN linked.verdict
        -- Where no rule names a day nobody is late, and nothing is missing.
        WHEN expected.due_date IS NULL OR getvariable('night')::DATE <= expected.due_date THEN 'not_due'
        ELSE 'missing'
    END,
    expected.due_date,
    read.published_date,
    coalesce(linked.first_seen_at, read.fetched_at),
    coalesce(read.url, CASE WHEN linked.verdict <> 'other' THEN linked.url END),
    read.document_id,
    expected.public_due_date,
    expected.due_basis,
    expected.issuer_key
FROM expected
LEFT JOIN read USING (source_id, report_year)
LEFT JOIN linked USING (source_id, report_year);
