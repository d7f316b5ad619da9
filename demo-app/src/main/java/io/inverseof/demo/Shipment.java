package io.inverseof.demo;

import java.time.LocalDate;

/**
 * A parcel with some of an order.
 *
 * @param carrier who delivers it
 * @param sentOn the day it was sent
 */
public record Shipment(String carrier, LocalDate sentOn) {

}
