/** What Stripe knows about a customer's payments, refunds and cancellations, and what Stripe tells by itself. */
package io.bilet.plugins.paymentsstripe;
