package no.speil.people;

import java.time.Duration;

/**
 * A session that has just begun.
 *
 * @param value for the cookie; kept nowhere else
 * @param lasts how long the browser keeps it; zero until it is closed
 */
public record NewSession(String value, String name, Duration lasts) {}
