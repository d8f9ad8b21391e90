package org.fazhi.warehouse.load;

/** A payload that is archived, of which the release must say what became. */
public record CaptureKey(String sourceId, String url, String payloadDigest) {}
