package io.kollega.surveys;

/** A campaign. */
public record CampaignId(long value) {}
