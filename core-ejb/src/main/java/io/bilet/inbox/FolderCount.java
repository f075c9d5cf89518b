package io.bilet.inbox;

import io.bilet.ticket.Folder;

/**
 * How much lies in a folder of an agent.
 *
 * @param tickets closed ones lie in no folder
 * @param unread in how many something was said since the agent last read them
 * @param followUps how many came back from a snooze at least once
 * @param awaitingReceipt how many were handed over and are neither accepted nor declined
 * @param exact whether all were counted; beyond {@value FolderQueries#COUNTED_MAX} nobody counts on
 */
public record FolderCount(
        Folder folder, long tickets, long unread, long followUps, long awaitingReceipt, boolean exact) {}
