#!/usr/bin/env python3
"""Lines between network namespaces, emulated in user space: every packet passes through this program.

    line-emulator.py cabin=10.77.0.10 physician=10.77.0.20 ...

One namespace for each node, without a name in the file system, with one TUN device `eth0` that bears the address. The first line on
the standard output says {"namespaces": {node: "/proc/..."}} or {"refused": "why"}. Then each line on the standard input is one order, answered
by one line, {} or {"error": "why"}; README.md lists them. Ends with its standard input, and everything with it."""
import ctypes
import errno
import fcntl
import heapq
import json
import os
import random
import select
import struct
import subprocess
import sys
import time

CLONE_NEWUSER = 0x10000000
CLONE_NEWNET = 0x40000000
TUNSETIFF = 0x400454CA
IFF_TUN_WITHOUT_HEADER = 0x0001 | 0x1000
UDP = 17
PROTOCOLS = {UDP: "udp", 6: "tcp"}
DEVICE = "eth0"
BATCH = 64

libc = ctypes.CDLL(None, use_errno=True)


def check(result):
    if result != 0:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number))


def become_root_of_user_namespace():
    """What lets somebody who is not root make networks, where the system permits it."""
    user, group = os.getuid(), os.getgid()
    check(libc.unshare(CLONE_NEWUSER))
    for file, text in (("setgroups", "deny"), ("uid_map", "0 %d 1" % user), ("gid_map", "0 %d 1" % group)):
        with open("/proc/self/" + file, "w") as opened:
            opened.write(text)


def ip(*words):
    subprocess.run(("ip",) + words, check=True, capture_output=True, text=True)


class Direction:
    """What a packet goes through on its way to the network, or from it."""

    def __init__(self, far_port):
        # Where the port of the other end stands in the header of UDP and TCP.
        self.far_port = far_port
        self.line = dict(kbps=0, delay=0, jitter=0, loss=0, burst=1, queue=500, udp=True, up=True, only=None)
        self.count = dict(packets=0, bytes=0, lost=0, refused=0, overflowed=0)
        self.free_at = 0.0
        self.last_at = 0.0
        self.in_burst = False

    def passes(self, packet):
        """A firewall that lets through what goes to these ports of others, and what comes from them."""
        if self.line["only"] is None:
            return True
        at = (packet[0] & 15) * 4 + self.far_port
        port = int.from_bytes(packet[at : at + 2], "big")
        return "%s %d" % (PROTOCOLS.get(packet[9]), port) in self.line["only"]

    def is_lost(self):
        """Gilbert's model: `loss` percent of all packets, in bursts of `burst` on average."""
        part = self.line["loss"] / 100
        if part <= 0:
            return False
        if self.line["burst"] <= 1:
            return random.random() < part
        leave = 1 / self.line["burst"]
        enter = leave * part / (1 - part)
        self.in_burst = random.random() >= leave if self.in_burst else random.random() < enter
        return self.in_burst

    def arrival(self, packet, now):
        """When the packet comes out at the other end; None when it does not."""
        line, count = self.line, self.count
        count["packets"] += 1
        count["bytes"] += len(packet)
        if not line["up"] or (not line["udp"] and packet[9] == UDP) or not self.passes(packet):
            count["refused"] += 1
            return None
        if self.is_lost():
            count["lost"] += 1
            return None
        at = now
        if line["kbps"] > 0:
            start = max(now, self.free_at)
            if (start - now) * 1000 > line["queue"]:
                count["overflowed"] += 1
                return None
            at = self.free_at = start + len(packet) * 8 / (line["kbps"] * 1000)
        at += max(0.0, line["delay"] + random.uniform(-1, 1) * line["jitter"]) / 1000
        # A line does not let packets overtake one another.
        self.last_at = at = max(at, self.last_at)
        return at


class Node:
    def __init__(self, name, address):
        self.name = name
        self.directions = dict(up=Direction(far_port=2), down=Direction(far_port=0))
        home = os.open("/proc/self/ns/net", os.O_RDONLY)
        check(libc.unshare(CLONE_NEWNET))
        self.namespace = os.open("/proc/self/ns/net", os.O_RDONLY)
        self.tun = os.open("/dev/net/tun", os.O_RDWR | os.O_NONBLOCK)
        fcntl.ioctl(self.tun, TUNSETIFF, struct.pack("16sH22x", DEVICE.encode(), IFF_TUN_WITHOUT_HEADER))
        ip("link", "set", "lo", "up")
        ip("link", "set", DEVICE, "up", "mtu", "1500")
        self.take(address)
        check(libc.setns(home, CLONE_NEWNET))
        os.close(home)

    def take(self, address):
        ip("addr", "add", address + "/32", "dev", DEVICE)
        ip("route", "replace", "default", "dev", DEVICE)
        self.address = address

    def inside(self, work):
        home = os.open("/proc/self/ns/net", os.O_RDONLY)
        check(libc.setns(self.namespace, CLONE_NEWNET))
        try:
            work()
        finally:
            check(libc.setns(home, CLONE_NEWNET))
            os.close(home)

    def leave_address(self):
        self.inside(lambda: ip("addr", "del", self.address + "/32", "dev", DEVICE))
        self.address = None

    def move(self, address):
        self.inside(lambda: self.take(address))


class Router:
    def __init__(self, nodes):
        self.nodes = {node.name: node for node in nodes}
        self.by_tun = {node.tun: node for node in nodes}
        self.on_the_way = []
        self.sequence = 0
        self.learn()

    def learn(self):
        self.by_address = {
            bytes(map(int, node.address.split("."))): node for node in self.nodes.values() if node.address
        }

    def later(self, at, to, packet, on_last_leg):
        self.sequence += 1
        heapq.heappush(self.on_the_way, (at, self.sequence, to, packet, on_last_leg))

    def take_from(self, tun):
        node = self.by_tun[tun]
        for _ in range(BATCH):
            try:
                packet = os.read(tun, 65536)
            except BlockingIOError:
                return
            if packet[0] >> 4 != 4:
                continue
            to = self.by_address.get(packet[16:20])
            if to is None or self.by_address.get(packet[12:16]) is not node:
                continue
            at = node.directions["up"].arrival(packet, time.monotonic())
            if at is not None:
                self.later(at, to, packet, False)

    def deliver(self):
        now = time.monotonic()
        while self.on_the_way and self.on_the_way[0][0] <= now:
            at, _, to, packet, on_last_leg = heapq.heappop(self.on_the_way)
            if not on_last_leg:
                at = to.directions["down"].arrival(packet, at)
                if at is None:
                    continue
                if at > now:
                    self.later(at, to, packet, True)
                    continue
            try:
                os.write(to.tun, packet)
            except OSError as failure:
                if failure.errno not in (errno.EAGAIN, errno.EIO, errno.EINVAL, errno.ENOBUFS):
                    raise

    def wait(self):
        """Seconds until the next packet is due; None when none is on its way."""
        return max(0.0, self.on_the_way[0][0] - time.monotonic()) if self.on_the_way else None

    def obey(self, order):
        node = self.nodes[order["node"]]
        if order["order"] == "set":
            node.directions[order["direction"]].line.update(order["line"])
        elif order["order"] == "leave":
            node.leave_address()
            self.learn()
        elif order["order"] == "move":
            node.move(order["address"])
            self.learn()
        elif order["order"] == "count":
            return {name: direction.count for name, direction in node.directions.items()}
        else:
            raise ValueError("unknown order " + order["order"])
        return {}


def tell(answer):
    print(json.dumps(answer), flush=True)


def serve(router):
    os.set_blocking(0, False)
    poll = select.epoll()
    for tun in (0, *router.by_tun):
        poll.register(tun, select.EPOLLIN)
    unread = b""
    while True:
        for descriptor, _ in poll.poll(router.wait()):
            if descriptor != 0:
                router.take_from(descriptor)
                continue
            read = os.read(0, 65536)
            if read == b"":
                return
            *lines, unread = (unread + read).split(b"\n")
            for line in lines:
                try:
                    tell(router.obey(json.loads(line)))
                except (KeyError, ValueError, OSError, subprocess.CalledProcessError) as failure:
                    tell({"error": repr(failure)})
        router.deliver()


def main():
    try:
        if os.geteuid() != 0:
            become_root_of_user_namespace()
        nodes = [Node(*word.split("=")) for word in sys.argv[1:]]
    except (OSError, subprocess.CalledProcessError) as failure:
        tell({"refused": getattr(failure, "stderr", None) or str(failure)})
        return
    try:
        # Late packets would be the emulator's fault, not the line's.
        os.setpriority(os.PRIO_PROCESS, 0, -10)
    except PermissionError:
        pass
    tell({"namespaces": {node.name: "/proc/%d/fd/%d" % (os.getpid(), node.namespace) for node in nodes}})
    serve(Router(nodes))


main()
