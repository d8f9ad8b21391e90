package org.fazhi.warehouse.release;

/**
 * One row of what differs between two releases; the columns of {@code mart_change}. The empty text is "none".
 *
 * @param subject document or observation
 * @param change added, removed or changed
 * @param reason new_report, new_version, rule_changed, review, source_gone, archive_lost or not_yet_read
 * @param issuerName the body, in full
 */
public record ReleaseChange(
        String subject,
        String change,
        String documentId,
        String url,
        String regionCode,
        String issuerKind,
        String reportYear,
        String indicatorCode,
        String field,
        String before,
        String after,
        String reason,
        String issuerName) {}
