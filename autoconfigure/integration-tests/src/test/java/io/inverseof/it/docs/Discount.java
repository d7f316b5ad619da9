package io.inverseof.it.docs;

record Discount(String reason) {

}
