package org.fazhi.harvest.discovery;

/** A listed link with the verdict on it. */
public record JudgedLink(Link link, Verdict verdict) {}
