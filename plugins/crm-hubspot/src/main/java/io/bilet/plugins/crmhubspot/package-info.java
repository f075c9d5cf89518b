/** What HubSpot knows about a customer, and what it can do for one. */
package io.bilet.plugins.crmhubspot;
