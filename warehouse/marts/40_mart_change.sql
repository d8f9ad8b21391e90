-- Grain: one field of one document or observation that differs from the release before.
-- The release before lies in the temporary views before_document, before_observation, before_reading and before_superseded, all
-- empty where there is none; so do those of the reviews. The command diff runs this same file over any two releases.
CREATE TABLE mart_change AS
-- Reviews that one of the two releases has and the other has not, where they fit something.
WITH changed_review AS (
    SELECT review_id, document_id, ordinal IS NULL AS is_of_document, indicator
    FROM (
        SELECT review_id, document_id, ordinal, unnest([indicator_read, indicator_code]) AS indicator
        FROM (
            SELECT review_id, document_id, ordinal, indicator_read, indicator_code
            FROM fact_review_match ANTI JOIN temp.before_review USING (review_id)
            UNION ALL
            SELECT review_id, document_id, ordinal, indicator_read, indicator_code
            FROM temp.before_review_match ANTI JOIN fact_review USING (review_id)
        )
    )
),
-- Reviews that have come and put a number right that the release before has not.
fresh_review AS (
    SELECT match.document_id, match.version, match.ordinal, match.indicator_read, match.indicator_code
    FROM fact_review_match AS match
    JOIN fact_review AS review USING (review_id)
    ANTI JOIN temp.before_review USING (review_id)
    WHERE review.verdict <> 'confirmed'
),
new_document AS (
    SELECT document_id, version, url, region_code, issuer_kind, report_year, payload_digest, issuer, title, published_date,
        figure_count, section_count, issuer_key, issuer_name, issuer_function, withdrawn_on
    FROM mart_document
    WHERE is_current
),
moved AS (
    SELECT document_id, coalesce(report_year, 0) AS report_year, same_as FROM mart_document WHERE same_as IS NOT NULL
),
-- An address that is overwritten every year has a row a year: each goes with its own of the release before. Those that have
-- none there, since their year is read or put right otherwise, go together in the order of their versions.
old_place AS (
    SELECT
        old.*,
        new_year.document_id IS NOT NULL AS is_of_both,
        if(is_of_both, coalesce(old.report_year, 0), -row_number() OVER (PARTITION BY old.document_id ORDER BY old.version DESC))
            AS place
    FROM temp.before_document AS old
    LEFT JOIN new_document AS new_year
        ON new_year.document_id = old.document_id AND new_year.report_year IS NOT DISTINCT FROM old.report_year
),
new_place AS (
    SELECT
        new.*,
        old_year.document_id IS NOT NULL AS is_of_both,
        if(is_of_both, coalesce(new.report_year, 0), -row_number() OVER (PARTITION BY new.document_id ORDER BY new.version DESC))
            AS place
    FROM new_document AS new
    LEFT JOIN temp.before_document AS old_year
        ON old_year.document_id = new.document_id AND old_year.report_year IS NOT DISTINCT FROM new.report_year
),
document_pair AS (
    SELECT
        old,
        new,
        coalesce(new.document_id, old.document_id) AS document_id,
        CASE WHEN old.document_id IS NULL THEN 'added' WHEN new.document_id IS NULL THEN 'removed' ELSE 'changed' END AS change,
        CASE
            WHEN old.document_id IS NULL THEN CASE
                WHEN EXISTS (
                    FROM temp.before_superseded AS superseded
                    WHERE superseded.document_id = new.document_id
                        AND superseded.report_year IS NOT DISTINCT FROM new.report_year
                )
                    THEN 'returned'
                WHEN EXISTS (
                    FROM moved
                    JOIN temp.before_document AS stood
                        ON stood.document_id = moved.document_id AND coalesce(stood.report_year, 0) = moved.report_year
                    WHERE moved.same_as = new.document_id AND moved.report_year = coalesce(new.report_year, 0)
                )
                    THEN 'moved'
                -- Another year at an address that stood is news where its page is.
                WHEN new.document_id IN (SELECT document_id FROM temp.before_document)
                    AND NOT EXISTS (
                        FROM temp.before_reading AS reading
                        WHERE reading.document_id = new.document_id AND reading.payload_digest = new.payload_digest
                    )
                    THEN 'new_report'
                -- A page that the release before had captured and kept back, or that this one keeps back, is no news.
                WHEN new.document_id IN (SELECT document_id FROM temp.before_reading) THEN 'rule_changed'
                ELSE 'new_report'
            END
            WHEN new.document_id IS NULL THEN CASE
                WHEN EXISTS (
                    FROM moved
                    WHERE moved.document_id = old.document_id AND moved.report_year = coalesce(old.report_year, 0)
                )
                    THEN 'moved'
                WHEN old.document_id IN (SELECT document_id FROM fact_reading WHERE reason = 'archive_lost') THEN 'archive_lost'
                WHEN old.document_id IN (SELECT document_id FROM fact_reading) THEN 'rule_changed'
                -- Only the command diff compares a release with a later one.
                WHEN getvariable('is_backward') THEN 'not_yet_read'
                WHEN old.document_id NOT IN (
                    SELECT document_id
                    FROM temp.before_source
                    WHERE source_id IN (SELECT source_id FROM dim_source)
                )
                    THEN 'source_gone'
                -- What a listed source once gave stays, whatever its site does; only a file that was lost takes it away.
                ELSE 'archive_lost'
            END
            WHEN old.payload_digest <> new.payload_digest THEN 'new_version'
            ELSE 'rule_changed'
        END AS reason
    FROM old_place AS old
    FULL JOIN new_place AS new
        ON new.document_id = old.document_id
        AND new.place = old.place
),
document_field AS (
    SELECT
        pair.*,
        unnest(
            [
                {'field': 'version', 'old': old.version::VARCHAR, 'new': new.version::VARCHAR},
                {'field': 'title', 'old': old.title, 'new': new.title},
                {'field': 'issuer', 'old': old.issuer, 'new': new.issuer},
                {'field': 'issuer_kind', 'old': old.issuer_kind, 'new': new.issuer_kind},
                {'field': 'issuer_key', 'old': old.issuer_key, 'new': new.issuer_key},
                {'field': 'region_code', 'old': old.region_code, 'new': new.region_code},
                {'field': 'report_year', 'old': old.report_year::VARCHAR, 'new': new.report_year::VARCHAR},
                {'field': 'published_date', 'old': old.published_date::VARCHAR, 'new': new.published_date::VARCHAR},
                {'field': 'figure_count', 'old': old.figure_count::VARCHAR, 'new': new.figure_count::VARCHAR},
                {'field': 'section_count', 'old': old.section_count::VARCHAR, 'new': new.section_count::VARCHAR},
                {'field': 'withdrawn_on', 'old': old.withdrawn_on::VARCHAR, 'new': new.withdrawn_on::VARCHAR}
            ]
        ) AS entry
    FROM document_pair AS pair
),
observation_pair AS (
    SELECT
        CASE WHEN old.figure_id IS NULL THEN 'added' WHEN new.figure_id IS NULL THEN 'removed' ELSE 'changed' END AS change,
        old.document_id AS old_document_id,
        new.document_id AS new_document_id,
        new.figure_id AS new_figure_id,
        coalesce(new.url, old.url) AS url,
        coalesce(new.region_code, old.region_code) AS region_code,
        coalesce(new.issuer_kind, old.issuer_kind) AS issuer_kind,
        report_year,
        indicator_code,
        issuer_key,
        coalesce(new.issuer_name, old.issuer_name) AS issuer_name,
        coalesce(new.issuer_function, old.issuer_function) AS issuer_function,
        rtrim(rtrim(old.value::VARCHAR, '0'), '.') || ' ' || old.unit AS value_before,
        rtrim(rtrim(new.value::VARCHAR, '0'), '.') || ' ' || new.unit AS value_after
    FROM temp.before_observation AS old
    FULL JOIN mart_observation AS new USING (issuer_key, report_year, indicator_code)
    WHERE old.value IS DISTINCT FROM new.value OR old.unit IS DISTINCT FROM new.unit
),
difference AS (
    SELECT
        'document' AS subject,
        change,
        document_id,
        coalesce(new.url, old.url) AS url,
        coalesce(new.region_code, old.region_code) AS region_code,
        coalesce(new.issuer_kind, old.issuer_kind) AS issuer_kind,
        coalesce(new.report_year, old.report_year) AS report_year,
        NULL::VARCHAR AS indicator_code,
        entry.field AS field,
        entry.old AS value_before,
        entry.new AS value_after,
        CASE
            WHEN entry.field = 'withdrawn_on' THEN if(entry.new IS NULL, 'returned', 'withdrawn')
            WHEN reason = 'rule_changed'
                AND entry.field IN ('version', 'issuer', 'issuer_kind', 'issuer_key', 'report_year')
                AND document_id IN (SELECT document_id FROM changed_review WHERE is_of_document)
                THEN 'review'
            -- As many figures more or fewer as reviews came or went; what goes beyond is not theirs.
            WHEN reason = 'rule_changed'
                AND entry.field = 'figure_count'
                AND abs(old.figure_count - new.figure_count) <= (
                    SELECT count(DISTINCT changed_review.review_id)
                    FROM changed_review
                    WHERE changed_review.document_id = document_field.document_id
                )
                THEN 'review'
            ELSE reason
        END AS reason,
        coalesce(new.issuer_key, old.issuer_key) AS issuer_key,
        coalesce(new.issuer_name, old.issuer_name) AS issuer_name,
        coalesce(new.issuer_function, old.issuer_function) AS issuer_function
    FROM document_field
    WHERE getvariable('release_before') IS NOT NULL
        AND entry.old IS DISTINCT FROM entry.new
        AND (change = 'changed' OR entry.field = 'version')
    UNION ALL
    SELECT
        'observation',
        observation.change,
        coalesce(new_document_id, old_document_id),
        observation.url,
        observation.region_code,
        observation.issuer_kind,
        observation.report_year,
        observation.indicator_code,
        'value',
        observation.value_before,
        observation.value_after,
        -- A review that put right the figure chosen, or took the indicator off one, did it, whatever else came that night. Else the
        -- documents it is and was chosen from tell why; where nothing came or went there, a review or the rules did it.
        coalesce(
            CASE
                WHEN EXISTS (
                    FROM fresh_review AS fresh
                    WHERE fresh.indicator_code = observation.indicator_code
                        AND fresh.document_id || '-' || fresh.version || '-f' || fresh.ordinal = new_figure_id
                )
                    OR EXISTS (
                        FROM fresh_review AS fresh
                        JOIN new_document USING (document_id, version)
                        WHERE fresh.indicator_read = observation.indicator_code
                            AND fresh.indicator_code IS DISTINCT FROM fresh.indicator_read
                            AND new_document.issuer_key = observation.issuer_key
                            AND new_document.report_year = observation.report_year
                            AND fresh.document_id = old_document_id
                    )
                    THEN 'review'
            END,
            nullif(chosen.reason, 'rule_changed'),
            CASE WHEN new_document_id IS DISTINCT FROM old_document_id THEN nullif(former.reason, 'rule_changed') END,
            CASE
                WHEN EXISTS (
                    FROM changed_review
                    WHERE changed_review.document_id IN (new_document_id, old_document_id)
                        AND (is_of_document OR changed_review.indicator = observation.indicator_code)
                )
                    THEN 'review'
            END,
            'rule_changed'
        ),
        observation.issuer_key,
        observation.issuer_name,
        observation.issuer_function
    FROM observation_pair AS observation
    LEFT JOIN document_pair AS chosen
        ON chosen.document_id = new_document_id AND (chosen.new).report_year = observation.report_year
    LEFT JOIN document_pair AS former
        ON former.document_id = old_document_id AND (former.old).report_year = observation.report_year
    WHERE getvariable('release_before') IS NOT NULL
)
SELECT
    difference.*,
    region.region_name,
    region.province_name,
    region.province_code,
    region.prefecture_code,
    region.prefecture_name,
    indicator.indicator_name,
    indicator.indicator_name_en
FROM difference
LEFT JOIN dim_region AS region ON region.region_key = region_in(difference.region_code, difference.report_year)
LEFT JOIN dim_indicator AS indicator USING (indicator_code)
ORDER BY subject, document_id, region_code, issuer_kind, issuer_key, report_year, indicator_code, field;

COMMENT ON TABLE mart_change IS 'What differs from the release before, row by row, with the reason; empty in the first release [release_relative, self_reported]';
COMMENT ON COLUMN mart_change.subject IS 'document or observation';
COMMENT ON COLUMN mart_change.change IS 'added, removed or changed';
COMMENT ON COLUMN mart_change.document_id IS 'Document, or the document the observation was chosen from';
COMMENT ON COLUMN mart_change.url IS 'Its URL [as_printed]';
COMMENT ON COLUMN mart_change.region_code IS 'GB/T 2260 code of six digits';
COMMENT ON COLUMN mart_change.issuer_kind IS 'government, bureau, party_government or township';
COMMENT ON COLUMN mart_change.report_year IS 'Year reported on [unit=year]';
COMMENT ON COLUMN mart_change.indicator_code IS 'Indicator of an observation; NULL for a document';
COMMENT ON COLUMN mart_change.field IS 'What differs: version or another column of a document, the value of an observation; of a row that was added or removed, version or value alone';
COMMENT ON COLUMN mart_change.value_before IS 'In the release before; NULL where the row was not there [part_year]';
COMMENT ON COLUMN mart_change.value_after IS 'In this release; NULL where the row is not there [part_year]';
COMMENT ON COLUMN mart_change.reason IS 'new_report, new_version, moved (the same report stands under another address, see same_as of mart_document), withdrawn (the site says that the page is gone), returned (it gives the page again, or the report stands at its own address again), rule_changed (what was captured is the same and is read otherwise), review (a person put it right, or no longer does; also where the page changed in the same night), source_gone (the source is no longer in jobs/), archive_lost (the archive no longer has it, though its source is listed) or, where diff goes back in time, not_yet_read [release_relative, inferred]';
COMMENT ON COLUMN mart_change.issuer_key IS 'Issuing body, the same in every release; NULL where its region is not known';
COMMENT ON COLUMN mart_change.issuer_name IS 'Its name in full, whatever the page prints; NULL where issuer_key is';
COMMENT ON COLUMN mart_change.issuer_function IS 'What it does, such as justice or education; general for governments, party with government and townships; other where no rule knows it';
COMMENT ON COLUMN mart_change.region_name IS 'Name of the region in the report year';
COMMENT ON COLUMN mart_change.province_name IS 'Name of its province';
COMMENT ON COLUMN mart_change.province_code IS 'GB/T 2260 code of the province';
COMMENT ON COLUMN mart_change.prefecture_code IS 'Code of its prefecture, of a prefecture itself; NULL where it is governed by the province itself';
COMMENT ON COLUMN mart_change.prefecture_name IS 'Name of its prefecture, of a prefecture itself; NULL where it is governed by the province itself';
COMMENT ON COLUMN mart_change.indicator_name IS 'Name of the indicator in Chinese; NULL for a document';
COMMENT ON COLUMN mart_change.indicator_name_en IS 'Name of the indicator in English; NULL for a document';
