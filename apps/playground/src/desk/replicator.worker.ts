/** The worker's file: whatever runs replications for the page. */
import '@percall/runner/worker';
