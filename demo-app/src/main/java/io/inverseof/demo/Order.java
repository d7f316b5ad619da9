package io.inverseof.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import org.springframework.data.annotation.Id;

/**
 * What a customer ordered in the shop of the blog. Plain Spring Data JDBC: the aggregate
 * holds its collections, and nothing here is of inverseof.
 *
 * @param id the id
 * @param customer the name of who ordered
 * @param placedOn the day it was placed
 * @param lines what was ordered
 * @param shipments the parcels in the order they were sent
 */
public record Order(@Id Long id, String customer, LocalDate placedOn, Set<OrderLine> lines, List<Shipment> shipments) {

}
