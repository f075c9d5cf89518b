/**
 * The promises of the SPI as tests that a partner inherits.
 *
 * <p>For each extension point there is an interface of tests, one per numbered rule of its Javadoc. A partner
 * implements it in a test class, supplies the subject and the far end it talks to, and runs it. {@link
 * io.bilet.spi.testkit.PluginJarContract} does the same for the finished jar. A run prints which rules hold.
 */
package io.bilet.spi.testkit;
