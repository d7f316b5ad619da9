package io.inverseof.it.docs;

record OrderLine(String article) {

}
