/** The template that partners copy: a plugin of one class. */
package io.bilet.plugins.example;
