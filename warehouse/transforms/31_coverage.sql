-- Holds what should exist against what does. A report is its source's where any source harvested it and its issuer is the
-- source's publisher. A government may report together with the party on its own site.
--
-- A report is missing only where it was looked for: every listing of the source was walked to its end, with dated rows that
-- reach back to the due date, by a walk that began after the day by which it is to be published, and no link names the year.
-- One listing that was not may be the one that has it, and a walk from before that day, or from that day, says nothing about
-- what came after. All else that is due is unseen. Nor is a report missing where the source has a document that was not read and whose year nothing tells, or a report of the year
-- whose body cannot be told or is of another place than its row says, or where a listing shows a row that was not taken and may be the report under another name.
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
        AND coalesce(years.report_year <= rule.to_report_year, true)
),
dated AS (
    SELECT
        document.*,
        -- A page cannot be published after it was fetched: such a date is a slip, by a zone or two it may be another day.
        CASE WHEN document.published_date <= document.fetched_at::DATE + 1 THEN document.published_date END AS page_date,
        -- Nor can a report be public, or listed, before its year is nearly over.
        CASE
            WHEN document.other_published_date BETWEEN make_date(document.report_year, 12, 1) AND document.fetched_at::DATE + 1
                THEN document.other_published_date
        END AS other_date,
        CASE
            WHEN link.listed_on BETWEEN make_date(document.report_year, 12, 1) AND document.fetched_at::DATE + 1
                THEN link.listed_on
        END AS row_date,
        least(document.fetched_at, link.first_seen_at) AS seen_at
    FROM dim_document AS document
    LEFT JOIN fact_link AS link USING (source_id, document_id)
),
read AS (
    SELECT
        expected.source_id,
        expected.report_year,
        least(min(document.page_date), min(document.other_date), min(document.row_date)) AS published_date,
        -- A page that says only when it was last changed does not say when it was published, nor does any date of an edition
        -- that was corrected or put up anew.
        bool_or(
            document.published_date_basis IS DISTINCT FROM 'reissue'
            AND (
                document.row_date IS NOT NULL
                OR (document.page_date IS NOT NULL AND document.published_date_basis IS DISTINCT FROM 'update')
            )
        ) AS is_dated,
        min(document.seen_at) AS seen_at,
        min(document.fetched_at) AS fetched_at,
        -- Where one of its pages stands, the report does.
        coalesce(bool_and(document.withdrawn_on IS NOT NULL) FILTER (document.is_current), false) AS is_withdrawn,
        max(document.withdrawn_on) AS withdrawn_on,
        arg_min(document.url, (NOT document.is_current, document.source_id <> expected.source_id, document.document_id)) AS url,
        arg_min(document.document_id, (NOT document.is_current, document.source_id <> expected.source_id, document.document_id))
            AS document_id
    FROM expected
    JOIN dated AS document
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
-- What became of what each link led to, at its own address or, by its bytes, at the one it was sent on to.
followed AS (
    SELECT link.source_id, link.document_id, reading.outcome, reading.reason, reading.fetched_at, reading.document_id AS read_id
    FROM fact_link AS link
    JOIN fact_reading AS reading USING (source_id, document_id)
    UNION
    SELECT link.source_id, link.document_id, reading.outcome, reading.reason, reading.fetched_at, reading.document_id
    FROM fact_link AS link
    JOIN fact_reading AS reading USING (source_id, payload_digest)
),
followed_link AS (
    SELECT
        followed.source_id,
        followed.document_id,
        bool_or(followed.outcome <> 'quarantined') AS is_read,
        -- What is ignored has its report elsewhere, or is none.
        bool_or(followed.outcome = 'ignored' OR document.report_year IS NOT NULL) AS has_year,
        bool_or(followed.reason = 'report_in_attachment') AS is_announcement,
        arg_max(followed.reason, followed.fetched_at) FILTER (followed.outcome = 'quarantined') AS quarantine_reason
    FROM followed
    LEFT JOIN (SELECT document_id, report_year FROM dim_document WHERE is_current) AS document
        ON document.document_id = followed.read_id
    GROUP BY followed.source_id, followed.document_id
),
-- A link that names the year shows that the report exists, though its page could not be read. One that was read and is not
-- among the source's own is another body's, and has no verdict.
judged AS (
    SELECT
        link.source_id,
        link.document_id,
        link.url,
        link.report_year,
        link.first_seen_at,
        coalesce(followed_link.has_year, false) AS has_year,
        coalesce(followed_link.is_announcement, false) AS is_announcement,
        CASE
            WHEN followed_link.is_read THEN NULL
            WHEN followed_link.quarantine_reason IS NOT NULL THEN 'unread'
            WHEN link.state IN ('blocked', 'denied') THEN 'blocked'
            WHEN link.state IN ('gone', 'soft_404') THEN 'gone'
            ELSE 'unread'
        END AS verdict,
        coalesce(
            followed_link.quarantine_reason,
            CASE
                WHEN followed_link.is_read THEN 'no_year'
                WHEN link.state IN ('blocked', 'denied', 'gone', 'soft_404') THEN link.state
                WHEN link.payload_digest IS NOT NULL OR link.state IN ('fetched', 'not_modified') THEN 'not_read'
                ELSE link.state
            END
        ) AS reason
    FROM fact_link AS link
    LEFT JOIN followed_link USING (source_id, document_id)
),
linked AS (
    SELECT
        source_id,
        report_year,
        min(first_seen_at) AS first_seen_at,
        -- What was not read before what is walled in, and that before what is gone.
        arg_min(url, (verdict <> 'unread', verdict <> 'blocked', document_id)) FILTER (verdict IS NOT NULL) AS url,
        -- Where the page that announces the report stands, it is its file that is gone.
        CASE
            WHEN bool_or(is_announcement) AND min(verdict) = 'gone' THEN 'unread'
            ELSE arg_min(verdict, (verdict <> 'unread', verdict <> 'blocked', document_id))
        END AS verdict,
        arg_min(reason, (verdict <> 'unread', verdict <> 'blocked', document_id)) FILTER (verdict IS NOT NULL) AS unread_reason
    FROM judged
    GROUP BY source_id, report_year
),
of_unknown_year AS (
    SELECT source_id, arg_min(reason, document_id) AS reason
    FROM judged
    WHERE report_year IS NULL AND NOT has_year
    GROUP BY source_id
),
-- A report of a body that cannot be told may be the source's own, its name misprinted; so may one that is signed by a body of
-- another place, where the row that leads to it does not name that place. One that its title says is on the place, and whose
-- text speaks as a bureau of it, may be the government's.
of_unsure_body AS (
    SELECT
        document.source_id,
        document.report_year,
        CASE WHEN bool_and(coalesce(document.is_elsewhere, false)) THEN 'issuer_elsewhere' ELSE 'body_unknown' END AS reason
    FROM dim_document AS document
    JOIN dim_source AS source USING (source_id)
    LEFT JOIN dim_region AS region USING (region_key)
    LEFT JOIN fact_link AS link USING (source_id, document_id)
    WHERE document.is_current
        AND (
            document.issuer_key IS NULL
            OR (document.is_elsewhere AND NOT coalesce(contains(link.title, left(region.region_name, 2)), false))
            -- 某县 has become 某市, with another code.
            OR (document.is_elsewhere AND contains(source.publisher, left(region.region_name, 2)))
            OR (
                document.issuer_kind = 'bureau'
                AND document.region_code = source.region_code
                AND EXISTS (
                    FROM unnest([document.title, link.title]) AS named (title)
                    WHERE regexp_matches(named.title, region.region_name || '\s*(20|二|关于|推进|法治|依法|全面)')
                )
            )
        )
    GROUP BY document.source_id, document.report_year
),
-- The one report on the year that a bureau's source has of bureaus of its place may be its own, signed with a longer, older or
-- newer name than the source gives it. Of several none is, nor is one of a body with a source of its own.
of_other_name AS (
    SELECT document.source_id, document.report_year
    FROM dim_document AS document
    JOIN dim_source AS source USING (source_id)
    WHERE document.is_current
        AND source.issuer_kind = 'bureau'
        AND document.issuer_kind = 'bureau'
        AND document.region_code = source.region_code
        AND document.issuer_key NOT IN (SELECT issuer_key FROM dim_source)
    GROUP BY document.source_id, document.report_year
    HAVING count(DISTINCT document.issuer_key) = 1
),
-- A row that names no year is of the year before its date, in December of its own too; without a date it may be of any.
untaken AS (
    SELECT
        expected.source_id,
        expected.report_year,
        arg_min(link.title, link.url) AS untaken_title,
        min(link.url) AS untaken_url
    FROM expected
    JOIN fact_untaken_link AS link USING (source_id)
    WHERE coalesce(
        link.report_year = expected.report_year,
        link.listed_on >= make_date(expected.report_year, 12, 1)
        AND link.listed_on < make_date(expected.report_year + 2, 1, 1),
        true
    )
    GROUP BY expected.source_id, expected.report_year
),
walked AS (
    SELECT
        source_id,
        listing_url,
        any_value(ended_as) FILTER (is_last) AS last_end,
        any_value(is_whole) FILTER (is_last) AS is_last_whole,
        any_value(began_at) FILTER (is_last) AS last_tried_at,
        any_value(began_on) FILTER (is_whole) AS whole_on,
        any_value(began_at) FILTER (is_whole) AS whole_at,
        any_value(row_count) FILTER (is_whole) AS row_count,
        any_value(oldest_date) FILTER (is_whole) AS oldest_date,
        any_value(newest_date) FILTER (is_whole) AS newest_date
    FROM fact_listing
    GROUP BY source_id, listing_url
),
-- The listing that the answer rests on: one that proves nothing where there is one, else the one walked longest ago.
looked AS (
    SELECT
        expected.report_year,
        walked.*,
        coalesce(walked.whole_on > expected.public_due_date, false) AS is_since_due,
        -- A page of nothing but later rows, such as the news that a slip in the address leads to, cannot show what is older.
        is_since_due AND coalesce(walked.oldest_date <= expected.due_date, false) AS is_proof
    FROM expected
    JOIN walked USING (source_id)
    QUALIFY row_number() OVER (PARTITION BY source_id, report_year ORDER BY is_proof, whole_at, listing_url) = 1
),
stated AS (
    SELECT
        expected.*,
        read.published_date,
        read.is_dated,
        read.seen_at,
        read.fetched_at,
        read.url AS read_url,
        coalesce(read.is_withdrawn, false) AS is_withdrawn,
        read.withdrawn_on,
        read.document_id,
        linked.first_seen_at,
        linked.url AS linked_url,
        linked.verdict,
        linked.unread_reason,
        of_unknown_year.reason AS unknown_reason,
        coalesce(of_unsure_body.reason, if(of_other_name.source_id IS NULL, NULL, 'body_unknown')) AS unsure_reason,
        untaken.untaken_title,
        untaken.untaken_url,
        looked.* EXCLUDE (source_id, report_year),
        CASE
            WHEN read.is_withdrawn THEN 'gone'
            -- What was seen before that day was public by then, whatever its page says today.
            WHEN
                read.published_date > expected.public_due_date
                AND read.is_dated
                AND read.seen_at >= expected.public_due_date
                THEN 'late'
            WHEN read.document_id IS NOT NULL THEN 'published'
            WHEN linked.verdict IS NOT NULL THEN linked.verdict
            -- Where no rule names a day nobody is late, and nothing is missing.
            WHEN expected.due_date IS NULL OR getvariable('night')::DATE <= expected.public_due_date THEN 'not_due'
            WHEN
                looked.is_proof
                AND of_unknown_year.source_id IS NULL
                AND unsure_reason IS NULL
                AND untaken.untaken_url IS NULL
                THEN 'missing'
            ELSE 'unseen'
        END AS state
    FROM expected
    LEFT JOIN read USING (source_id, report_year)
    LEFT JOIN linked USING (source_id, report_year)
    LEFT JOIN of_unknown_year USING (source_id)
    LEFT JOIN of_unsure_body USING (source_id, report_year)
    LEFT JOIN of_other_name USING (source_id, report_year)
    LEFT JOIN untaken USING (source_id, report_year)
    LEFT JOIN looked USING (source_id, report_year)
)
SELECT
    source_id,
    publisher,
    region_code,
    issuer_kind,
    report_year,
    state,
    due_date,
    published_date,
    coalesce(first_seen_at, fetched_at),
    coalesce(read_url, linked_url),
    document_id,
    public_due_date,
    due_basis,
    issuer_key,
    CASE WHEN state IN ('missing', 'unseen') THEN listing_url END,
    CASE WHEN state = 'missing' THEN whole_at END,
    CASE WHEN state = 'missing' THEN row_count END,
    CASE WHEN state = 'missing' THEN oldest_date END,
    CASE WHEN state = 'missing' THEN newest_date END,
    CASE
        WHEN state <> 'unseen' THEN NULL
        WHEN listing_url IS NULL THEN 'no_listing'
        WHEN is_proof AND unsure_reason IS NOT NULL THEN unsure_reason
        WHEN is_proof AND unknown_reason IS NOT NULL THEN 'year_unknown'
        WHEN is_proof THEN 'row_not_taken'
        WHEN is_since_due THEN 'begins_later'
        WHEN is_last_whole THEN 'before_due_date'
        ELSE last_end
    END,
    CASE WHEN state = 'unseen' THEN last_tried_at END,
    CASE WHEN is_withdrawn THEN 'withdrawn' WHEN state IN ('unread', 'blocked', 'gone') THEN unread_reason WHEN state = 'unseen' THEN unknown_reason END,
    CASE WHEN state = 'unseen' THEN untaken_title END,
    CASE WHEN state = 'unseen' THEN untaken_url END,
    NULL,
    CASE WHEN is_withdrawn THEN withdrawn_on END
FROM stated;

UPDATE fact_coverage SET region_key = region_in(fact_coverage.region_code, fact_coverage.report_year);
