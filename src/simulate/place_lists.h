// What a database of network addresses knows about the networks of the market: mostly the city,
// sometimes the country alone, rarely the wrong place.
#pragma once

#include <string>

#include "simulate/networks.h"

namespace sekisho::simulate {

// places.csv, a list of the kind network_places.
std::string PlacesList(const NetworkPlan& plan);

// vpn.txt: the exits that a list of them has found. Some it has not, and of most of these the
// database knows at least that they are no home.
std::string VpnList(const NetworkPlan& plan);
// named_exits.txt: the exits of the one service whose list names it.
std::string NamedExitsList(const NetworkPlan& plan);

}  // namespace sekisho::simulate
