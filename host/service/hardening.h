#pragma once

namespace optoutlog::service {

// Gives up what the host never needs: new privileges through programs it might start, and a memory dump that
// would hold entries. Best effort; the host works without.
void harden_process();

}  // namespace optoutlog::service
